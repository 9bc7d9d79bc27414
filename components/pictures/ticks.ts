// Pure: where the axis of a timeline is marked. Moments are days since 1970, as in `lib/claims/when.ts`.

export type Tick = { readonly at: number; readonly words: string };

const DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** How many months lie between two marks. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000];
const MONTH = 30.44;

/** The first day of a month counted from the year 0, in days since 1970. */
function monthStart(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return date.getTime() / DAY;
}

function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

const say = (month: number, step: number) =>
  step >= 12
    ? String(month / 12)
    : `${MONTHS[month % 12]}${month % 12 === 0 || step === 1 ? ` ${Math.floor(month / 12)}` : ''}`;

/** Whole months, years, decades or centuries between two days, at most `most` of them. */
export function ticksOf(first: number, last: number, most: number): Tick[] {
  const room = (last - first) / MONTH / Math.max(1, most);
  const step = STEPS.find((one) => one >= room) ?? STEPS.at(-1)!;
  const ticks: Tick[] = [];
  for (let month = Math.ceil(monthOf(first) / step) * step; monthStart(month) <= last; month += step)
    if (monthStart(month) >= first && month >= 12) ticks.push({ at: monthStart(month), words: say(month, step) });
  return ticks;
}
