/** Line drawings of 20 by 20, always beside words or under a label. */

const paths = {
  back: 'M12 4 6 10l6 6',
  check: 'm4 10.5 4 4 8-9',
  close: 'm5 5 10 10M15 5 5 15',
  warning: 'M10 3 2.5 16.5h15L10 3Zm0 5v4m0 2.2v.1',
  clip: 'm14.5 8.5-5.8 5.8a2.6 2.6 0 0 1-3.7-3.7l6.6-6.6a1.8 1.8 0 0 1 2.6 2.6l-6.3 6.3',
  down: 'm5 8 5 5 5-5',
  more: 'M5 10h.1M10 10h.1M15 10h.1',
  info: 'M10 9v5m0-8v.1M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Z',
  inbox: 'M3 11h4l1 2h4l1-2h4M3 11l2-7h10l2 7v5H3v-5Z',
  talks: 'M3 4h10v7H8l-3 3v-3H3V4Zm12 4h2v6h-2v2.5L12.500 14H9',
  book: 'M4 4h5a1.500 1.500 0 0 1 1 1 1.500 1.500 0 0 1 1-1h5v11h-5a1 1 0 0 0-1 1 1 1 0 0 0-1-1H4V4Zm6 1v11',
  person: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 6.500c.6-3 3-4 6-4s5.400 1 6 4',
  note: 'M4 3.500h12v9L12.500 16.500H4v-13Zm12 9h-3.500v4',
  sparkle:
    'M10 3v3m0 8v3M3 10h3m8 0h3M5.500 5.500l1.600 1.600m5.800 5.800 1.600 1.600m0-9-1.600 1.600m-5.800 5.800-1.600 1.600',
  edit: 'm4 16 .8-3.200L13 4.600l2.400 2.400-8.200 8.200L4 16Z',
  bin: 'M4 6h12M8 6V4h4v2m-6.500 0 .8 10h7.400l.8-10',
  flag: 'M5 17V4h9l-1.500 3L14 10H5',
  list: 'M4 5h12M4 10h12M4 15h12',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
