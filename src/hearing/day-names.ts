/** Days that are called by a name: every year they are another weekday, and some another date. */
export const dayNames = [
  'day-after-tomorrow',
  'today',
  'tomorrow',
  'christmas-eve',
  'boxing-day',
  'christmas',
  'new-years-eve',
  'chinese-new-year',
  'new-year',
  'good-friday',
  'easter-monday',
  'easter',
] as const
export type DayName = (typeof dayNames)[number]
