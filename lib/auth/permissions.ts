import { Refusal } from '../core/refusal'
import type { Actor } from './actor'
import type { Role } from './roles'
import type { Scope } from './scopes'

type Grant = Role | 'visitor' | 'customer' | 'system' | `scope ${Scope}`

const FRONT: Grant[] = ['bookingReceptionist', 'receptionAdviser', 'serviceAdviser', 'serviceManager']
const ADVISERS: Grant[] = ['receptionAdviser', 'serviceAdviser', 'serviceManager']
const LEADERS: Grant[] = ['serviceManager', 'serviceDirector', 'departmentManager']
const FLOOR: Grant[] = [
  'foreman',
  'technician',
  'technicalSupervisor',
  'technicalDirector',
  'qcInspector',
  'partsClerk',
  'warrantyClerk',
]
const CARE: Grant[] = ['customerRelations', 'serviceAdviser', 'serviceManager', 'serviceDirector']
const EVERYONE: Grant[] = [
  ...new Set<Grant>([
    ...FRONT,
    ...ADVISERS,
    ...LEADERS,
    ...FLOOR,
    ...CARE,
    'greeter',
    'cashier',
    'informationClerk',
  ]),
]

/** Those who work with the price of an order. The floor reads its own jobs and the sheets without price and telephone (R5). */
const DESK: Grant[] = [
  ...new Set<Grant>([
    ...FRONT,
    ...ADVISERS,
    ...LEADERS,
    ...CARE,
    'foreman',
    'cashier',
    'warrantyClerk',
    'informationClerk',
  ]),
]

/**
 * Who may do what: the one permission table (register, section 7; security rule R4). Deny by default.
 * The name of a command is its permission and the name of its event.
 */
const GRANTS = {
  // dealership
  'dealership.read': [...EVERYONE, 'administrator', 'visitor', 'customer', 'system', 'scope catalogue:read'],
  'staff.list': [...EVERYONE, 'administrator', 'visitor', 'customer', 'scope catalogue:read'],
  'staff.manage': ['administrator', 'serviceManager'],
  'staff.add': ['administrator', 'serviceManager'],
  'staff.change': ['administrator', 'serviceManager'],
  'staff.disable': ['administrator', 'serviceManager'],
  'staff.enable': ['administrator', 'serviceManager'],
  'staff.setPassword': ['administrator', 'serviceManager'],
  'account.changePassword': [...EVERYONE, 'administrator'],
  'staff.revokeSessions': ['administrator', 'serviceManager'],
  'setting.read': ['administrator', ...LEADERS],
  'setting.change': ['administrator', 'serviceManager'],
  'openingHours.change': ['administrator', 'serviceManager'],
  'quietOffer.add': ['administrator', 'serviceManager'],
  'quietOffer.withdraw': ['administrator', 'serviceManager'],
  'bookingGift.add': ['administrator', 'serviceManager'],
  'bookingGift.withdraw': ['administrator', 'serviceManager'],
  'calendar.change': ['administrator', 'serviceManager'],
  'shift.manage': ['serviceManager', 'foreman', 'administrator'],
  'closure.manage': ['serviceManager', 'foreman', 'administrator'],
  'bay.manage': ['serviceManager', 'foreman', 'administrator'],
  'apiKey.manage': ['administrator'],
  'apiKey.make': ['administrator'],
  'apiKey.revoke': ['administrator'],
  'messageChannel.manage': ['administrator', 'serviceManager'],
  'messageChannel.save': ['administrator', 'serviceManager'],
  'messageChannel.switch': ['administrator', 'serviceManager'],
  'messageChannel.test': ['administrator', 'serviceManager'],
  'palette.search': [...EVERYONE, 'administrator'],
  'message.list': [...FRONT, ...CARE, 'administrator'],
  'message.sendAgain': [...FRONT, ...CARE, 'administrator'],
  'timeline.read': [...EVERYONE, 'administrator', 'customer', 'scope visits:read'],
  'import.run': ['serviceManager', 'administrator', 'system'],
  'import.start': ['serviceManager', 'administrator', 'system'],
  'import.batch': ['serviceManager', 'administrator', 'system'],
  'import.finish': ['serviceManager', 'administrator', 'system'],
  // customers
  'customer.read': [...FRONT, ...CARE, ...LEADERS, 'cashier', 'greeter', 'scope customers:read'],
  'customer.register': [...FRONT, ...CARE, 'greeter', 'scope customers:write'],
  'customer.note': [...FRONT, ...CARE],
  'customer.prefer': [...FRONT, ...CARE],
  'customer.keepReach': [...FRONT, ...CARE],
  'customer.setTier': ['customerRelations', 'serviceManager', 'serviceDirector'],
  'customer.settleTiers': ['system'],
  'lead.note': [...FRONT, ...CARE],
  'lead.settle': [...FRONT, ...CARE],
  'vehicle.read': [...EVERYONE, 'scope vehicles:read'],
  // catalogue, parts
  'catalogue.read': [...EVERYONE, 'administrator', 'visitor', 'customer', 'scope catalogue:read'],
  'catalogue.manage': ['serviceManager', 'administrator'],
  'operation.save': ['serviceManager', 'administrator'],
  'operation.retire': ['serviceManager', 'administrator'],
  'package.save': ['serviceManager', 'administrator'],
  'package.retire': ['serviceManager', 'administrator'],
  'labourRate.set': ['serviceManager', 'administrator'],
  'labourRate.withdraw': ['serviceManager', 'administrator'],
  'packagePrice.set': ['serviceManager', 'administrator'],
  'packagePrice.withdraw': ['serviceManager', 'administrator'],
  'part.list': ['partsClerk', 'serviceManager', 'administrator'],
  'part.save': ['partsClerk', 'serviceManager', 'administrator'],
  'part.retire': ['partsClerk', 'serviceManager', 'administrator'],
  'partPrice.set': ['partsClerk', 'serviceManager', 'administrator'],
  'partPrice.withdraw': ['partsClerk', 'serviceManager', 'administrator'],
  'stock.read': [...ADVISERS, 'foreman', 'technician', 'partsClerk', 'serviceDirector', 'departmentManager'],
  'stock.receive': ['partsClerk', 'serviceManager'],
  'stock.issue': ['partsClerk', 'serviceManager'],
  'stock.return': ['partsClerk', 'serviceManager'],
  'stock.order': ['partsClerk', 'serviceManager'],
  'stock.pick': ['partsClerk', 'serviceManager'],
  // step 1
  'slot.list': [...FRONT, ...CARE, 'visitor', 'customer', 'system', 'scope slots:read'],
  'appointment.proveRequest': ['visitor'],
  'appointment.provePhone': ['visitor'],
  'appointment.ownCars': ['visitor'],
  'appointment.addPhoto': ['visitor'],
  'appointment.removePhoto': ['visitor'],
  'appointment.override': ['serviceManager'],
  'appointment.board': [...FRONT, ...LEADERS, 'customerRelations', 'foreman', 'partsClerk'],
  'appointment.preview': [...FRONT, 'customerRelations'],
  'appointment.callList': [...FRONT, 'customerRelations'],
  'appointment.tasks': [...FRONT, 'customerRelations', 'foreman', 'partsClerk'],
  'appointment.awaitParts': ['partsClerk', ...FRONT],
  'appointment.followParts': ['system'],
  'appointment.list': [...FRONT, ...CARE, 'greeter', 'foreman', 'partsClerk', 'departmentManager'],
  'appointment.read': [
    ...FRONT,
    ...CARE,
    'greeter',
    'foreman',
    'partsClerk',
    'departmentManager',
    'customer',
    'scope appointments:read',
  ],
  'appointment.book': [...FRONT, 'customerRelations', 'visitor', 'customer', 'scope appointments:write'],
  'appointment.reschedule': [...FRONT, 'customerRelations', 'customer', 'scope appointments:write'],
  'appointment.cancel': [...FRONT, 'customerRelations', 'customer', 'scope appointments:write'],
  'appointment.confirm': [...FRONT, 'customerRelations', 'customer', 'system'],
  'appointment.prepare': [...FRONT, 'foreman', 'partsClerk'],
  'appointment.settlePickUp': [...FRONT, 'customerRelations'],
  'appointment.chooseWay': [...FRONT, 'customerRelations', 'customer'],
  'trip.list': [...FRONT, 'customerRelations', 'greeter', 'departmentManager'],
  'trip.settle': [...FRONT, 'customerRelations', 'greeter'],
  'loaner.return': [...FRONT, 'customerRelations', 'greeter'],
  'appointment.markNoShow': [...FRONT, 'customerRelations'],
  'capacity.report': [...FRONT, ...LEADERS, 'foreman'],
  'request.make': [...FRONT, ...CARE, 'greeter', 'visitor', 'scope appointments:write'],
  'request.answer': [...FRONT, 'customerRelations'],
  'request.list': [...FRONT, ...CARE, 'departmentManager'],
  'request.escalate': ['system'],
  'waiting.join': [...FRONT, 'customerRelations', 'visitor'],
  'waiting.list': [...FRONT, ...CARE],
  'waiting.offer': [...FRONT, 'customerRelations', 'system'],
  'waiting.accept': [...FRONT, 'customerRelations', 'customer'],
  'waiting.withdraw': [...FRONT, 'customerRelations'],
  'waiting.leave': ['visitor'],
  'waiting.expire': ['system'],
  'appointment.measureOffer': ['system'],
  'appointment.miss': ['system'],
  'appointment.remind': ['system'],
  // step 2
  'visit.list': [...EVERYONE],
  'visit.read': [...EVERYONE, 'customer', 'scope visits:read'],
  'visit.arrive': ['greeter', ...FRONT],
  'visit.greet': ['greeter', ...FRONT],
  'visit.takeOver': [...ADVISERS, 'bookingReceptionist'],
  'visit.correct': [...ADVISERS, 'bookingReceptionist'],
  'reception.start': [...ADVISERS, 'bookingReceptionist'],
  'reception.confirm': [...ADVISERS, 'bookingReceptionist'],
  'reception.inspect': [...ADVISERS, 'bookingReceptionist'],
  'reception.sign': [...ADVISERS, 'bookingReceptionist'],
  'visit.toDesk': [...ADVISERS, 'bookingReceptionist'],
  'visit.leave': [...ADVISERS, 'bookingReceptionist'],
  'visit.giveGift': [...FRONT, 'greeter', 'cashier'],
  'file.add': EVERYONE,
  'file.read': [...EVERYONE, 'customer'],
  'document.keep': ['system'],
  'document.verify': ['visitor'],
  // step 3
  'order.read': [...DESK, 'customer', 'scope orders:read', 'scope orders:write'],
  'order.open': ADVISERS,
  'order.edit': ADVISERS,
  'order.estimate': ADVISERS,
  'order.present': ADVISERS,
  'order.send': ADVISERS,
  'order.sign': [...ADVISERS, 'customer'],
  'order.cancel': [...ADVISERS, 'scope orders:write'],
  'order.discount': ADVISERS,
  'order.exceedDiscount': ['serviceManager'],
  'order.revise': ADVISERS,
  'order.stop': ['serviceManager'],
  'job.cancel': ADVISERS,
  'additionalWork.open': ADVISERS,
  'additionalWork.price': ADVISERS,
  'additionalWork.send': ADVISERS,
  'additionalWork.withdraw': ADVISERS,
  'additionalWork.answer': ['customer', ...ADVISERS],
  'additionalWork.sign': ['customer', ...ADVISERS],
  'additionalWork.expire': ['system'],
  // step 5
  'board.read': [
    'foreman',
    'technicalSupervisor',
    'technicalDirector',
    'qcInspector',
    'partsClerk',
    ...ADVISERS,
    'serviceDirector',
    'departmentManager',
  ],
  'job.dispatch': ['foreman', 'serviceManager'],
  'job.move': ['foreman', 'serviceManager'],
  'job.withdraw': ['foreman', 'serviceManager'],
  'dispatchSheet.read': ['foreman', ...ADVISERS, 'serviceDirector', 'departmentManager'],
  'job.own': ['technician', 'technicalSupervisor'],
  'job.start': ['technician', 'technicalSupervisor'],
  'job.pause': ['technician', 'technicalSupervisor', 'foreman'],
  'job.resume': ['technician', 'technicalSupervisor'],
  'job.finish': ['technician', 'technicalSupervisor'],
  'finding.record': ['technician', 'technicalSupervisor', 'technicalDirector'],
  'additionalWork.ask': ['technician', 'technicalSupervisor', 'technicalDirector'],
  // step 6
  'inspection.queue': [
    'qcInspector',
    'technician',
    'technicalSupervisor',
    'foreman',
    ...ADVISERS,
    ...LEADERS,
  ],
  'quality.figures': ['qcInspector', 'technicalSupervisor', 'foreman', ...LEADERS],
  'inspection.start': ['qcInspector'],
  'inspection.line': ['qcInspector'],
  'inspection.decide': ['qcInspector'],
  'rework.explain': ['qcInspector', 'technicalSupervisor', 'serviceManager'],
  'order.judgeComeback': ['qcInspector', 'technicalSupervisor', 'serviceManager'],
  'roadTest.queue': [
    ...ADVISERS,
    'foreman',
    'qcInspector',
    'technician',
    'technicalSupervisor',
    'technicalDirector',
  ],
  'roadTest.start': [
    'qcInspector',
    'technician',
    'technicalSupervisor',
    'technicalDirector',
    'serviceManager',
  ],
  'roadTest.end': ['qcInspector', 'technician', 'technicalSupervisor', 'technicalDirector', 'serviceManager'],
  'roadTest.permit': ['foreman', 'serviceManager'],
  'wash.start': ['foreman', 'technician', 'serviceManager', 'scope orders:write'],
  'wash.finish': ['foreman', 'technician', 'serviceManager', 'scope orders:write'],
  'order.accept': [...ADVISERS, 'technician', 'technicalSupervisor'],
  'order.reject': ADVISERS,
  // step 4
  'lounge.list': [...FRONT, ...CARE, 'greeter', ...LEADERS],
  'lounge.arrive': [...FRONT, ...CARE, 'greeter'],
  'lounge.setWaiting': [...FRONT, ...CARE, 'greeter'],
  'lounge.care': [...FRONT, ...CARE, 'greeter'],
  'progress.tell': ADVISERS,
  'progress.read': ['customer', ...DESK, 'scope visits:read'],
  'promise.make': [...FRONT, ...CARE, 'greeter'],
  'promise.keep': [...FRONT, ...CARE, 'greeter'],
  'delay.announce': ADVISERS,
  'delay.choose': [...ADVISERS, 'customer'],
  // step 7
  'handOver.read': [...ADVISERS, 'cashier', 'technician', 'technicalSupervisor', 'warrantyClerk', ...LEADERS],
  'handOver.open': ADVISERS,
  'handOver.check': [...ADVISERS, 'technician', 'technicalSupervisor'],
  'handOver.advise': ADVISERS,
  'settlement.draw': ADVISERS,
  'settlement.read': [...ADVISERS, 'cashier', ...LEADERS, 'customer', 'warrantyClerk'],
  'settlement.authoriseDeviation': ['serviceManager'],
  'settlement.bookClaim': ['cashier', 'warrantyClerk', 'serviceManager'],
  'payment.receive': ['cashier'],
  'payment.refund': ['cashier'],
  'visit.deliver': ADVISERS,
  // step 8
  'followUp.list': CARE,
  'followUp.attempt': CARE,
  'followUp.complete': CARE,
  'rating.give': ['customer'],
  'complaint.list': [...CARE, ...LEADERS],
  'complaint.open': [...CARE, ...FRONT, 'customer', 'system'],
  'complaint.advance': ['serviceManager', 'serviceDirector'],
  // reminders
  'reminder.run': ['system'],
  'reminder.list': [...FRONT, ...CARE, 'departmentManager'],
  'reminder.attempt': [...FRONT, ...CARE],
  'reminder.postpone': [...FRONT, ...CARE],
  'reminder.optOut': [...FRONT, ...CARE],
  'reminder.linkBooking': [...FRONT, ...CARE],
  'reminder.write': [...FRONT, ...CARE],
  'reminder.letter': [...FRONT, ...CARE],
  'reminder.invited': ['visitor'],
  'reminder.bookInvited': ['visitor'],
  'reminder.stop': ['visitor'],
  'call.score': ['serviceManager', 'serviceDirector'],
  'contactPlan.make': ['customerRelations', 'serviceManager', 'serviceDirector'],
  'contactPlan.close': ['customerRelations', 'serviceManager', 'serviceDirector'],
  'maintenanceRule.list': ['serviceManager', 'administrator'],
  'maintenanceRule.save': ['serviceManager', 'administrator'],
  'maintenanceRule.retire': ['serviceManager', 'administrator'],
  'callScript.issue': ['serviceManager', 'administrator'],
  // kpi
  'kpi.read': [...LEADERS, 'serviceAdviser'],
} satisfies Record<string, Grant[]>

export type Permission = keyof typeof GRANTS

export const PERMISSIONS = Object.keys(GRANTS) as Permission[]
export const grantsOf = (permission: Permission): readonly Grant[] => GRANTS[permission]

/** Whether this actor holds the permission, by any of its roles, its kind or its scopes. */
export function may(actor: Actor, permission: Permission): boolean {
  const grants: readonly Grant[] = GRANTS[permission]
  switch (actor.kind) {
    case 'staff':
      return actor.roles.some((role) => grants.includes(role))
    case 'integration':
      return actor.scopes.some((scope) => grants.includes(`scope ${scope}`))
    default:
      return grants.includes(actor.kind)
  }
}

/** Refuses with `auth.forbidden` unless the actor holds the permission. */
export function authorize(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw new Refusal('auth.forbidden', { permission })
}
