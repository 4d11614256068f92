/** Where a call stops on its way to the booking: a field, or a group of choices, marked by `data-stop`. */
const stopsIn = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('[data-stop]')]

export function enterStop(stop: HTMLElement): void {
  if (stop.matches('input, button, select, textarea')) return stop.focus()
  const target =
    stop.querySelector<HTMLElement>('input[type=radio]:checked') ??
    stop.querySelector<HTMLElement>('input:not([type=hidden]):not(:disabled), button:not(:disabled)')
  target?.focus()
}

export function goTo(root: HTMLElement | null, name: string): void {
  const stop = root?.querySelector<HTMLElement>(`[data-stop=${name}]`)
  if (stop) enterStop(stop)
}

/** The stop of the call after a control; the choice of a day goes with its times. */
export function stopAfter(root: HTMLElement, from: HTMLElement): HTMLElement | undefined {
  const stops = stopsIn(root)
  const own = from.closest<HTMLElement>('[data-stop]')
  const next = own
    ? stops.slice(stops.indexOf(own) + 1)
    : stops.filter((stop) => from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING)
  return next.find(({ dataset }) => own?.dataset.stop === 'day' || dataset.stop !== 'day')
}

/** Whether Enter in this control means "on to the next question" rather than its own meaning. */
export const answersWithEnter = (target: EventTarget): target is HTMLInputElement =>
  target instanceof HTMLInputElement && !/^(submit|button|reset|file)$/.test(target.type)
