export const ROLES = [
  'greeter',
  'bookingReceptionist',
  'receptionAdviser',
  'serviceAdviser',
  'foreman',
  'technician',
  'technicalSupervisor',
  'technicalDirector',
  'qcInspector',
  'partsClerk',
  'warrantyClerk',
  'informationClerk',
  'cashier',
  'customerRelations',
  'serviceManager',
  'serviceDirector',
  'departmentManager',
  'administrator',
] as const

export type Role = (typeof ROLES)[number]
