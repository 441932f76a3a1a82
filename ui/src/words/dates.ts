const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `2019-07-03` → “3 July 2019”, `2019-07` → “July 2019”; anything else as it stands. */
export function dateWords(iso: string): string {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(iso);
  if (!found) return iso;
  const [, year = "", month, day] = found;
  if (month === undefined) return iso;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return iso;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** A text with the dates in it said in words. */
export function withDates(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, dateWords);
}

/** Today here, as `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((n) => String(n).padStart(2, "0"))
    .join("-");
}

/** What was typed into day, month and year. */
export interface Typed {
  day: string;
  month: string;
  year: string;
}

export function typedFrom(iso: string | null): Typed {
  const [year = "", month = "", day = ""] = (iso ?? "").split("-");
  return { day: day.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}

/** A date, or what is wrong with it. With `partial`, a year or a month of a year will do. */
export function readTyped(typed: Typed, partial: boolean): { date: string } | { problem: string } {
  const [day, month, year] = [typed.day.trim(), typed.month.trim(), typed.year.trim()];
  if (!day && !month && !year) return { problem: "Enter a date" };
  if (!/^\d{4}$/.test(year)) return { problem: "Year must be 4 numbers, such as 2026" };
  if (!month && !day && partial) return { date: year };
  const named = MONTHS.findIndex((m) => month.length >= 3 && m.toLowerCase().startsWith(month.toLowerCase()));
  const m = named >= 0 ? named + 1 : Number(month);
  if (!month || !Number.isInteger(m) || m < 1 || m > 12) return { problem: "Month must be from 1 to 12" };
  const mm = String(m).padStart(2, "0");
  if (!day && partial) return { date: `${year}-${mm}` };
  const d = Number(day);
  const last = new Date(Date.UTC(Number(year), m, 0)).getUTCDate();
  if (!day || !Number.isInteger(d) || d < 1 || d > last) {
    return { problem: `Day must be from 1 to ${last} in ${MONTHS[m - 1] ?? ""} ${year}` };
  }
  return { date: `${year}-${mm}-${String(d).padStart(2, "0")}` };
}
