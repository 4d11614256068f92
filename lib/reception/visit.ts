import { workflow } from '../core/workflow'

export type VisitStatus =
  | 'waitingGreeting' | 'greeted' | 'inspecting' | 'recordSigned' | 'atDesk' | 'ordered' | 'closed' | 'leftWithoutOrder' // prettier-ignore
export type VisitAction = 'greet' | 'inspect' | 'sign' | 'toDesk' | 'order' | 'leave' | 'close'

/** Register 6.2. */
export const visitFlow = workflow<VisitStatus, VisitAction>({
  waitingGreeting: { greet: 'greeted', leave: 'leftWithoutOrder' },
  greeted: { inspect: 'inspecting', leave: 'leftWithoutOrder' },
  inspecting: { sign: 'recordSigned', leave: 'leftWithoutOrder' },
  recordSigned: { toDesk: 'atDesk', leave: 'leftWithoutOrder' },
  atDesk: { order: 'ordered', leave: 'leftWithoutOrder' },
  ordered: { close: 'closed' },
  closed: {},
  leftWithoutOrder: {},
})
