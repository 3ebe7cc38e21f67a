/**
 * How a readable time was spelt, as one number from which the text can be printed again:
 * separator, seconds, fraction digits, zone. -1 when the text holds more than the time and its
 * shape can say (digits below the microsecond, a leap second, or a year so far off that
 * microseconds are lost). `ms` is what `readTime` made of the text.
 */
export function shapeOfTime(text: string, ms: number): number {
  const mid = text.charCodeAt(10);
  const separator = mid === UPPER_T ? 0 : mid === LOWER_T ? 1 : 2;
  let at = 16;
  let seconds = 0;
  let mark = 0;
  let digits = 0;
  if (text.charCodeAt(16) === COLON) {
    seconds = 1;
    if (text.charCodeAt(17) === SIX) return -1;
    at = 19;
    mark = text.charCodeAt(at) === DOT ? 1 : text.charCodeAt(at) === COMMA ? 2 : 0;
    if (mark > 0) {
      at += 1;
      while (isDigit(text.charCodeAt(at))) {
        if (digits >= 6 && text.charCodeAt(at) !== ZERO) return -1;
        digits += 1;
        at += 1;
      }
      if (digits > 3 && Math.abs(ms) >= MICROSECONDS_KEPT) return -1;
    }
  }
  const shape = ((separator * 2 + seconds) * 3 + mark) * 10 + digits;
  return shape + SHAPES * zoneCode(text, at);
}

/** The text of a time in a shape. */
export function printTime(ms: number, shape: number): string {
  const zone = Math.floor(shape / SHAPES);
  const rest = shape % SHAPES;
  const digits = rest % 10;
  const mark = Math.floor(rest / 10) % 3;
  const seconds = Math.floor(rest / 30) % 2;
  const separator = SEPARATORS[Math.floor(rest / 60)] ?? 'T';
  const second = Math.floor(ms / 1000);
  const local = second + offsetOf(zone) * 60;
  const day = Math.floor(local / DAY_S);
  const time = local - day * DAY_S;
  let text = `${dateOf(day)}${separator}${pad(Math.floor(time / 3600))}:${pad(Math.floor(time / 60) % 60)}`;
  if (seconds === 1) text += `:${pad(time % 60)}`;
  if (mark > 0) {
    const micros = String(Math.round((ms - second * 1000) * 1000)).padStart(6, '0');
    text += (mark === 1 ? '.' : ',') + micros.padEnd(9, '0').slice(0, digits);
  }
  return text + printZone(zone);
}

/** True for what `shapeOfTime` can return. */
export function isTimeShape(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < SHAPES * MOST_ZONES;
}

/** True for a time that `printTime` can print: of the years 0 to 9999, in any zone. */
export function isPrintableTime(ms: number): boolean {
  return ms >= FIRST_TIME && ms <= LAST_TIME;
}

/** Kind of spelling, then sign, then minutes: `kind + 6 * (sign + 2 * minutes)`. */
function zoneCode(text: string, at: number): number {
  const length = text.length - at;
  if (length === 0) return 0;
  if (length === 1) return text.charCodeAt(at) === UPPER_Z ? 1 : 2;
  const kind = length === 3 ? 3 : length === 5 ? 4 : 5;
  const hours = Number(text.slice(at + 1, at + 3));
  const minutes = kind === 3 ? 0 : Number(text.slice(-2));
  const sign = text.charCodeAt(at) === PLUS ? 0 : 1;
  return kind + 6 * (sign + 2 * (hours * 60 + minutes));
}

/** Minutes east of UTC. */
function offsetOf(zone: number): number {
  const signed = Math.floor(zone / 6);
  const minutes = Math.floor(signed / 2);
  return signed % 2 === 1 ? -minutes : minutes;
}

function printZone(zone: number): string {
  const kind = zone % 6;
  if (kind < 3) return ['', 'Z', 'z'][kind] ?? '';
  const signed = Math.floor(zone / 6);
  const minutes = Math.floor(signed / 2);
  const hours = `${signed % 2 === 1 ? '-' : '+'}${pad(Math.floor(minutes / 60))}`;
  return kind === 3 ? hours : `${hours}${kind === 5 ? ':' : ''}${pad(minutes % 60)}`;
}

/** The date of a day since the epoch; builds come in days, so the last one is kept. */
function dateOf(day: number): string {
  if (day !== lastDay) {
    lastDate = new Date(day * DAY_S * 1000).toISOString().slice(0, 10);
    lastDay = day;
  }
  return lastDate;
}
let lastDay = 0;
let lastDate = '1970-01-01';

const pad = (value: number): string => (value < 10 ? `0${value}` : String(value));
const isDigit = (code: number): boolean => code >= ZERO && code <= 57;

const SEPARATORS = 'Tt ';
/** How many shapes there are in one zone. */
const SHAPES = 180;
/** From here on (in 2109), a double of milliseconds does not hold every microsecond. */
const MICROSECONDS_KEPT = 2 ** 42;
/** Every kind of spelling at every minute of a day, east and west. */
const MOST_ZONES = 6 * 2 * 24 * 60;
const DAY_S = 86_400;
const FIRST_TIME = -62_167_219_200_000 - DAY_S * 1000;
const LAST_TIME = 253_402_300_800_000 + DAY_S * 1000;
const ZERO = 48;
const SIX = 54;
const COLON = 58;
const DOT = 46;
const COMMA = 44;
const PLUS = 43;
const UPPER_Z = 90;
const UPPER_T = 84;
const LOWER_T = 116;
