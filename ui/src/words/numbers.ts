const whole = new Intl.NumberFormat("en-GB");

/** 24310 → “24,310”. */
export function number(n: number): string {
  return whole.format(n);
}

/** “1 power”, “3 powers”. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

/** Bytes in words. */
export function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, "byte");
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(0)} kB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}

/** Time left in words. */
export function timeLeft(seconds: number): string {
  if (seconds < 2) return "about a second left";
  if (seconds < 90) return `about ${seconds} seconds left`;
  return `about ${Math.round(seconds / 60)} minutes left`;
}

/** First letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A word of the files, as running text: `out-of-reach` → “out of reach”. */
export function plain(word: string): string {
  return word.replaceAll("-", " ");
}

/** The first sentence of a longer text, with a sign that there is more. */
export function firstSentence(text: string): string {
  const end = text.search(/[.!?] +(?=\p{Lu})/u);
  return end < 0 ? text : `${text.slice(0, end + 1)} …`;
}
