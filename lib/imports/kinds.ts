import { cleanText } from '../core/canonical'
import { isPhone, normalPhone } from '../core/phone'
import { isPlate, normalPlate } from '../core/plate'
import { hasVinCheckDigit, isVin, normalVin } from '../core/vin'

export const IMPORT_KINDS = ['customers', 'operations', 'parts', 'staff'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

export type Cell = string | number | boolean | Date | null | undefined

/** Why a cell is not taken, or is taken with a warning; wording in the catalogue `imports`. */
export type CellProblem =
  | 'required' | 'tooLong' | 'formula' | 'plate' | 'vin' | 'vinCheckDigit' | 'phone' | 'day' | 'number' | 'choice' | 'negative'
  | 'duplicateInFile' | 'vinOfOtherPlate' | 'phoneOfOtherName' // prettier-ignore
export const WARNINGS: readonly CellProblem[] = ['vinCheckDigit', 'phoneOfOtherName']

type Parsed = { value: unknown } | { value?: unknown; problem: CellProblem }
export type ImportField = {
  key: string
  required: boolean
  /** Headings under which dealerships keep it, in Chinese and English. */
  headings: readonly string[]
  parse: (cell: string, raw: Cell) => Parsed
}

const text =
  (max: number) =>
  (cell: string): Parsed =>
    cell.length > max ? { problem: 'tooLong' } : { value: cell }
const number =
  (scale: number, whole = true) =>
  (cell: string): Parsed => {
    const plain = cell.normalize('NFKC').replace(/[,￥¥元\s]/g, '')
    if (!/^-?\d+(\.\d+)?$/.test(plain)) return { problem: 'number' }
    const value = Number(plain) * scale
    if (value < 0) return { problem: 'negative' }
    if (value > 2_000_000_000) return { problem: 'number' }
    return { value: whole ? Math.round(value) : value }
  }
const choice =
  <T extends string>(words: Record<string, T>) =>
  (cell: string): Parsed => {
    const found =
      words[
        cell
          .normalize('NFKC')
          .toLowerCase()
          .replace(/[\s\-_]/g, '')
      ]
    return found ? { value: found } : { problem: 'choice' }
  }
const choices =
  <T extends string>(words: Record<string, T>) =>
  (cell: string): Parsed => {
    const parsed = cell
      .split(/[,，、;；/|]/)
      .filter((part) => part.trim())
      .map((part) => choice(words)(part.trim()))
    return parsed.some((part) => 'problem' in part)
      ? { problem: 'choice' }
      : { value: parsed.map((part) => part.value) }
  }

/** A day: a date cell, 2024-3-5, 2024/3/5, 2024.3.5, 2024年3月5日, or the serial number of a spreadsheet. */
function day(cell: string, raw: Cell): Parsed {
  if (raw instanceof Date) return { value: raw.toISOString().slice(0, 10) }
  if (typeof raw === 'number' && raw > 10_000 && raw < 80_000)
    return {
      value: new Date(Date.UTC(1899, 11, 30) + Math.floor(raw) * 86_400_000).toISOString().slice(0, 10),
    }
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s.*)?$/.exec(cell.normalize('NFKC'))
  if (!match) return { problem: 'day' }
  const [, year, month, date] = match.map(Number) as [number, number, number, number]
  const value = new Date(Date.UTC(year, month - 1, date))
  const real =
    value.getUTCFullYear() === year && value.getUTCMonth() === month - 1 && value.getUTCDate() === date
  return real ? { value: value.toISOString().slice(0, 10) } : { problem: 'day' }
}

const field = (key: string, required: boolean, headings: string, parse: ImportField['parse']): ImportField => ({
  key, required, headings: headings.split(' '), parse,
}) // prettier-ignore

const SKILLS = {
  general: 'general', 机电: 'general', 通用: 'general', 保养: 'general', engine: 'engine', 发动机: 'engine', electrical: 'electrical',
  电器: 'electrical', 电路: 'electrical', 电气: 'electrical', chassis: 'chassis', 底盘: 'chassis', body: 'body', 钣金: 'body', paint: 'paint',
  喷漆: 'paint', 油漆: 'paint', newenergy: 'newEnergy', 新能源: 'newEnergy', ev: 'newEnergy',
} as const // prettier-ignore
const GRADES = {
  junior: 'junior',
  初级: 'junior',
  middle: 'middle',
  中级: 'middle',
  senior: 'senior',
  高级: 'senior',
} as const
const ROLE_WORDS = {
  greeter: 'greeter', 引导员: 'greeter', bookingreceptionist: 'bookingReceptionist', 预约人员: 'bookingReceptionist', 预约专员: 'bookingReceptionist',
  receptionadviser: 'receptionAdviser', 接车顾问: 'receptionAdviser', serviceadviser: 'serviceAdviser', 服务顾问: 'serviceAdviser', sa: 'serviceAdviser',
  foreman: 'foreman', 车间主任: 'foreman', 调度: 'foreman', technician: 'technician', 技师: 'technician', 维修技师: 'technician',
  technicalsupervisor: 'technicalSupervisor', 技术主管: 'technicalSupervisor', technicaldirector: 'technicalDirector', 技术总监: 'technicalDirector',
  qcinspector: 'qcInspector', 质检员: 'qcInspector', 质检: 'qcInspector', partsclerk: 'partsClerk', 配件专员: 'partsClerk', 配件员: 'partsClerk',
  warrantyclerk: 'warrantyClerk', 保修员: 'warrantyClerk', 索赔员: 'warrantyClerk', informationclerk: 'informationClerk', 信息员: 'informationClerk',
  cashier: 'cashier', 收银: 'cashier', 收银员: 'cashier', 财务: 'cashier', customerrelations: 'customerRelations', 客服: 'customerRelations',
  客服专员: 'customerRelations', servicemanager: 'serviceManager', 服务经理: 'serviceManager', servicedirector: 'serviceDirector', 服务总监: 'serviceDirector',
  departmentmanager: 'departmentManager', 部门经理: 'departmentManager',
} as const // prettier-ignore
const FUELS = {
  petrol: 'petrol', 汽油: 'petrol', gasoline: 'petrol', diesel: 'diesel', 柴油: 'diesel', hybrid: 'hybrid', 混动: 'hybrid', 油电混合: 'hybrid',
  插电混动: 'hybrid', electric: 'electric', 纯电: 'electric', 纯电动: 'electric', 电动: 'electric', ev: 'electric',
} as const // prettier-ignore
const WORK = {
  maintenance: 'maintenance', 保养: 'maintenance', minorrepair: 'minorRepair', 小修: 'minorRepair', generalrepair: 'generalRepair',
  一般维修: 'generalRepair', 大修: 'generalRepair', 维修: 'generalRepair', diagnosis: 'diagnosis', 诊断: 'diagnosis', bodyrepair: 'bodyRepair', 钣喷: 'bodyRepair', 钣金喷漆: 'bodyRepair',
} as const // prettier-ignore
const ORIGINS = {
  original: 'original',
  原厂: 'original',
  oem: 'original',
  aftermarket: 'aftermarket',
  副厂: 'aftermarket',
  品牌件: 'aftermarket',
} as const

export const IMPORTS: Record<ImportKind, readonly ImportField[]> = {
  customers: [
    field(
      'plate',
      true,
      '车牌 车牌号 车牌号码 牌照号 号牌 plate licenceplate licenseplate registration',
      (cell) => (isPlate(cell) ? { value: normalPlate(cell) } : { problem: 'plate' }),
    ),
    field(
      'name',
      true,
      '车主 车主姓名 客户 客户姓名 客户名称 姓名 联系人 owner name customer customername',
      text(60),
    ),
    field(
      'phone',
      true,
      '手机 手机号 手机号码 电话 联系电话 电话号码 移动电话 phone mobile telephone tel',
      (cell) => (isPhone(cell) ? { value: normalPhone(cell) } : { problem: 'phone' }),
    ),
    field('vin', false, '车架号 vin vin码 底盘号 车辆识别代号 车辆识别码 chassisno', (cell) => {
      if (!isVin(cell)) return { problem: 'vin' }
      return hasVinCheckDigit(cell)
        ? { value: normalVin(cell) }
        : { value: normalVin(cell), problem: 'vinCheckDigit' }
    }),
    field('brand', false, '品牌 brand make', text(40)),
    field('model', false, '车型 车系 型号 model series', text(60)),
    field('colour', false, '颜色 车身颜色 colour color', text(20)),
    field('engineNo', false, '发动机号 发动机号码 engineno enginenumber', text(40)),
    field('fuel', false, '燃料 燃料种类 燃油类型 能源类型 fuel fueltype', choice(FUELS)),
    field(
      'firstRegisteredOn',
      false,
      '上牌日期 注册日期 初次登记日期 登记日期 registeredon firstregistered registrationdate',
      day,
    ),
    field('km', false, '里程 行驶里程 公里数 最近里程 mileage odometer km', number(1)),
    field('address', false, '地址 联系地址 address', text(200)),
    field('formOfAddress', false, '称呼 称谓 性别 title salutation', text(20)),
  ],
  operations: [
    field('code', true, '工项代码 工时代码 项目代码 代码 编码 code operationcode', text(30)),
    field('name', true, '工项名称 项目名称 工时名称 名称 项目 name operation description', text(120)),
    field('nameEn', false, '英文名称 英文 englishname nameen', text(120)),
    field('minutes', true, '标准分钟 分钟 时长 minutes min', number(1)),
    field('skill', false, '工种 技能 专业 skill trade', choice(SKILLS)),
    field('workClass', false, '类别 项目类别 维修类别 class category', choice(WORK)),
    field('minGrade', false, '等级 技师等级 最低等级 grade mingrade', choice(GRADES)),
  ],
  parts: [
    field('no', true, '配件号 零件号 配件编码 备件编号 编号 图号 partno partnumber number', text(40)),
    field('name', true, '配件名称 零件名称 备件名称 名称 name description', text(120)),
    field('nameEn', false, '英文名称 英文 englishname nameen', text(120)),
    field('brand', false, '品牌 厂家 制造商 brand maker', text(60)),
    field('unit', false, '单位 unit', text(10)),
    field('priceFen', true, '售价 销售价 单价 价格 零售价 price unitprice retailprice', number(100)),
    field('onHandMilli', false, '库存 库存数量 数量 现存量 stock quantity onhand', number(1000)),
    field('minMilli', false, '最低库存 安全库存 下限 minimum minstock', number(1000)),
    field('origin', false, '类型 来源 配件类型 origin type', choice(ORIGINS)),
    field('location', false, '仓位 货位 库位 location bin', text(40)),
  ],
  staff: [
    field('employeeNo', true, '工号 员工编号 编号 employeeno staffno no', text(20)),
    field('name', true, '姓名 员工姓名 名字 name', text(60)),
    field('nameEn', false, '英文名 拼音 englishname nameen', text(60)),
    field('phone', false, '手机 手机号 电话 联系电话 phone mobile', (cell) =>
      isPhone(cell) ? { value: normalPhone(cell) } : { problem: 'phone' },
    ),
    field('roles', true, '岗位 角色 职务 职位 role roles position', choices(ROLE_WORDS)),
    field('grade', false, '等级 技师等级 级别 grade', choice(GRADES)),
    field('skills', false, '技能 工种 专业 skills skill', choices(SKILLS)),
    field(
      'certifiedUntil',
      false,
      '证书有效期 认证有效期 证书到期 资格有效期 certifieduntil certificateuntil certificate',
      day,
    ),
  ],
}

/** What tells two rows apart, per kind: the same key is the same thing. */
export const ROW_KEY: Record<ImportKind, string> = {
  customers: 'plate',
  operations: 'code',
  parts: 'no',
  staff: 'employeeNo',
}

/** A cell as text: trimmed, without control characters, whole numbers without a decimal tail. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return cleanText(String(cell))
}
