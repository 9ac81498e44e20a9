// Numbers in words for a reader.

/** @param {number} p */
export function formatPercent(p) {
  return `${Math.round(100 * p)} %`;
}

/** A share that is nearly nothing or nearly all does not read as just that. @param {number} p */
export function formatShare(p) {
  if (p > 0 && p < 0.01) return '< 1 %';
  if (p > 0.99 && p < 1) return '> 99 %';
  return formatPercent(p);
}

/** @param {number} ms  NaN where it is not known */
export function formatMilliseconds(ms) {
  if (Number.isNaN(ms)) return '–';
  return `${ms < 9.95 ? ms.toFixed(1) : Math.round(ms)} ms`;
}

/** What an answer takes. @param {number} ms */
export function formatTime(ms) {
  const seconds = ms / 1000;
  return ms < 999.5 ? formatMilliseconds(ms) : `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
}

/** Roughly. @param {number} seconds */
export function formatSeconds(seconds) {
  if (seconds > 90) return `${Math.round(seconds / 60)} min`;
  return `${Math.max(1, seconds < 10 ? Math.round(seconds) : 5 * Math.round(seconds / 5))} s`;
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A small number in words. @param {number} count */
export function wordOf(count) {
  return WORDS[count] ?? String(count);
}

/** A share that may be nearly nothing, in per cent without an exponent: 0.62 as `62 %`, 4.7e-7 as `0.00005 %`. @param {number} share */
export function formatTiny(share) {
  if (!(share > 1e-9)) return share === 0 ? '0 %' : '< 0.0000001 %';
  const percent = 100 * share;
  if (percent >= 9.5) return `${Math.round(percent)} %`;
  return `${percent.toFixed(Math.max(0, -Math.floor(Math.log10(percent))))} %`;
}

/** @param {number} shift  of a probability, shown in points of percentage */
export function formatPoints(shift) {
  const points = 100 * shift;
  return `${points < 10 ? points.toFixed(points < 0.1 ? 2 : 1) : Math.round(points)}\u00a0%`;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** @param {number} value  e.g. 0.123 as `0.12`, 4.9e-7 as `5·10⁻⁷` */
export function formatError(value) {
  if (!Number.isFinite(value)) return '?';
  if (value === 0) return '0';
  if (value >= 0.0095) return value < 10 ? value.toFixed(2) : value.toPrecision(3);
  const [digits, exponent] = value.toExponential(0).split('e-');
  const raised = Array.from(exponent, (digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return `${digits}·10⁻${raised}`;
}

/** @param {number} degrees  in [0, 360) */
export function describeAngle(degrees) {
  const shown = Math.round(degrees) % 360;
  if (shown === 0) return 'upright';
  return shown <= 180 ? `${shown}° counter-clockwise` : `${360 - shown}° clockwise`;
}
