const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')
const escaped = (text: string) => text.replace(/[\\;,]/g, (one) => `\\${one}`).replace(/\r?\n/g, '\\n')

/** Lines of more than 75 octets go on in the next line after a blank (RFC 5545, 3.1). */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let out = ''
  let room = 75
  for (const character of line) {
    const size = encoder.encode(character).length
    if (size > room) {
      out += '\r\n '
      room = 74
    }
    out += character
    room -= size
  }
  return out
}

export type CalendarVisit = {
  uid: string
  now: Date
  startsAt: Date
  endsAt: Date
  title: string
  place: string
  description: string
  cancelled: boolean
}

/** A visit as an iCalendar file (RFC 5545) with a reminder one hour before. */
export function calendarFile(visit: CalendarVisit): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Babu//Appointments//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${visit.uid}@babu`,
    `DTSTAMP:${stamp(visit.now)}`,
    `DTSTART:${stamp(visit.startsAt)}`,
    `DTEND:${stamp(visit.endsAt)}`,
    `SUMMARY:${escaped(visit.title)}`,
    `LOCATION:${escaped(visit.place)}`,
    `DESCRIPTION:${escaped(visit.description)}`,
    `STATUS:${visit.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(visit.title)}`,
    'TRIGGER:-PT1H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('\r\n') + '\r\n'
}
