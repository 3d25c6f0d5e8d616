/** The plan as a calendar, by RFC 5545: pure functions over days. No DOM and no clock. */

/**
 * @typedef {object} Event
 * @property {string} uid the same each time that the plan is saved, so that a calendar renews it instead of adding it again
 * @property {number} from its first day, in days since 1970-01-01
 * @property {number} to its last day
 * @property {string} summary
 * @property {string} description
 * @property {string} url
 */

/** The most octets that a line may have. */
const WIDTH = 75;
const MILLISECONDS = 86_400_000; // of a day

/** The last day from Monday to Friday of a week that begins on this day. @param {number} first */
export function lastWorkday(first) {
  return [6, 5, 4].map((days) => first + days).find(isWorkday) ?? first + 4;
}

/** This day, or the first after it from Monday to Friday. @param {number} day */
export function nextWorkday(day) {
  return [0, 1, 2].map((days) => day + days).find(isWorkday) ?? day;
}

/** Whether it is a day from Monday to Friday. @param {number} day */
export function isWorkday(day) {
  const weekday = new Date(day * MILLISECONDS).getUTCDay();
  return weekday > 0 && weekday < 6;
}

/**
 * A calendar of whole days, in which nobody is busy by them.
 * @param {readonly Event[]} events
 * @param {{name: string, host: string, now: Date}} about what it is called, who made it, and when
 */
export function toCalendar(events, { name, host, now }) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${host}//course//EN`,
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(({ uid, from, to, summary, description, url }) => [
      "BEGIN:VEVENT",
      `UID:${uid}@${host}`,
      `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
      `DTSTART;VALUE=DATE:${dateOf(from)}`,
      `DTEND;VALUE=DATE:${dateOf(to + 1)}`, // the first day after it
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      `URL:${url}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {number} day */
function dateOf(day) {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10).replaceAll("-", "");
}

/** Text that means itself, and nothing more. @param {string} text */
function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");
}

/** A line in pieces, none of which breaks a sign. @param {string} line */
function folded(line) {
  const encoder = new TextEncoder();
  const pieces = [""];
  let width = 0;
  for (const sign of line) {
    const octets = encoder.encode(sign).length;
    if (width + octets > WIDTH) {
      pieces.push("");
      width = 1; // the space that goes before it
    }
    pieces[pieces.length - 1] += sign;
    width += octets;
  }
  return pieces.join("\r\n ");
}
