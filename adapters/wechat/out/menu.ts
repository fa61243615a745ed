/** The menu beside every talk, from the persona. It is set only where WeChat has another one: phones fetch it anew every few minutes. */
import type { Button, MenuEntry } from '#mascot'
import type { Api } from '../wire/api.ts'

const NO_MENU = 46003

/** As WeChat writes it; fields that only it knows are left out. */
interface Item {
  readonly type?: string
  readonly name?: string
  readonly key?: string
  readonly url?: string
  readonly sub_button?: readonly Item[]
}

/** Whether it was another one. @throws {SendError} */
export async function setMenu(api: Api, menu: readonly MenuEntry[]): Promise<boolean> {
  const wished = menu.map((entry) =>
    'items' in entry ? { name: entry.label, sub_button: entry.items.map(itemOf) } : itemOf(entry),
  )
  const found = (await api.get('/cgi-bin/menu/get', NO_MENU))?.menu as { readonly button?: unknown } | undefined
  const isThere = Array.isArray(found?.button) && textOf(found.button as readonly Item[]) === textOf(wished)
  if (!isThere) await api.call('/cgi-bin/menu/create', { button: wished })
  return !isThere
}

/** What an item reads, by what comes back when it is tapped. */
export function labelIn(menu: readonly MenuEntry[] | undefined, key: string): string | undefined {
  const buttons = menu?.flatMap((entry) => ('items' in entry ? entry.items : [entry]))
  return buttons?.find(({ value }) => value === key)?.label
}

function itemOf({ label, value, url }: Button): Item {
  return url === undefined ? { type: 'click', name: label, key: value } : { type: 'view', name: label, url }
}

function textOf(items: readonly Item[]): string {
  return JSON.stringify(
    items.map(({ type, name, key, url, sub_button: below = [] }) =>
      below.length > 0 ? [name, textOf(below)] : [type, name, key, url],
    ),
  )
}
