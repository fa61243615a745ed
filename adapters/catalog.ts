/** Which adapters and pages there are. A module, and the SDK behind it, is loaded only when its platform is configured. */

export const catalog = {
  terminal: () => import('./terminal/index.ts'),
  telegram: () => import('./telegram/index.ts'),
  discord: () => import('./discord/index.ts'),
  web: () => import('./web/index.ts'),
  wechat: () => import('./wechat/index.ts'),
  slack: () => import('./slack/index.ts'),
  whatsapp: () => import('./whatsapp/index.ts'),
  line: () => import('./line/index.ts'),
  qq: () => import('./qq/index.ts'),
  desk: () => import('./desk/index.ts'),
  fans: () => import('./fans/index.ts'),
  surfaces: () => import('./surfaces.ts'),
} as const
