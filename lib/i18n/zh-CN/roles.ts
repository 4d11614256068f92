import type en from '../en/roles'

export default {
  greeter: '引导员',
  bookingReceptionist: '预约专员',
  receptionAdviser: '接车顾问',
  serviceAdviser: '服务顾问',
  foreman: '车间主任',
  technician: '技师',
  technicalSupervisor: '技术主管',
  technicalDirector: '技术总监',
  qcInspector: '质检员',
  partsClerk: '配件专员',
  warrantyClerk: '保修员',
  informationClerk: '信息员',
  cashier: '收银员',
  customerRelations: '客服专员',
  serviceManager: '服务经理',
  serviceDirector: '服务总监',
  departmentManager: '部门经理',
  administrator: '系统管理员',
} satisfies typeof en
