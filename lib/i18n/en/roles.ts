import type { Role } from '@/lib/auth/roles'

export default {
  greeter: 'Greeter',
  bookingReceptionist: 'Booking receptionist',
  receptionAdviser: 'Reception adviser',
  serviceAdviser: 'Service adviser',
  foreman: 'Foreman',
  technician: 'Technician',
  technicalSupervisor: 'Technical supervisor',
  technicalDirector: 'Technical director',
  qcInspector: 'QC inspector',
  partsClerk: 'Parts clerk',
  warrantyClerk: 'Warranty clerk',
  informationClerk: 'Information clerk',
  cashier: 'Cashier',
  customerRelations: 'Customer relations',
  serviceManager: 'Service manager',
  serviceDirector: 'Service director',
  departmentManager: 'Department manager',
  administrator: 'Administrator',
} satisfies Record<Role, string>
