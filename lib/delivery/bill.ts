import { jobAmounts, partTotalFen, type Payer } from '../orders/totals'

export type BillPart = {
  no: string
  name: string
  nameEn: string
  brand: string
  model: string
  unit: string
  batchNo: string
  quantityMilli: number
  unitPriceFen: number
  discountFen: number
  totalFen: number
  warrantyMonths: number
  warrantyKm: number
}

/** One line of the bill with its story: why it was done, who agreed and how, who did it and who checked it. */
export type BillLine = {
  jobId: string
  title: string
  titleEn: string
  payer: Payer
  minutes: number
  labourFen: number
  partsFen: number
  discountFen: number
  totalFen: number
  /** It was to be priced after the inspection, and that was done by additional work. */
  afterInspection?: boolean
  /** Who bears it, when more than one does. */
  shares?: { payer: Payer; totalFen: number }[]
  parts: BillPart[]
  story: {
    problem: string
    reason: string
    additional: boolean
    consentBy: string
    consentChannel: string
    consentAt: string | null
    technician: string
    technicianEn: string
    doneAt: string | null
    workDone: string
    inspector: string
    inspectorEn: string
    inspectedAt: string | null
  }
}

/** The frozen content of a settlement: what was printed, shown and hashed. */
export type Bill = {
  no: string
  orderNo: string
  drawnAt: string
  customer: string
  plate: string
  vin: string
  model: string
  odometerKm: number | null
  lines: BillLine[]
  byPayer: {
    payer: Payer
    labourFen: number
    partsFen: number
    discountFen: number
    taxFen: number
    totalFen: number
  }[]
  labourFen: number
  partsFen: number
  discountFen: number
  taxFen: number
  taxBp: number
  totalFen: number
  signedTotalFen: number | null
}

type PartRow = {
  name: string
  nameEn: string
  brand: string
  batchNo: string
  quantityMilli: number
  unitPriceFen: number
  discountFen: number
  part: {
    no: string
    model: string
    unit: string
    brand: string
    warrantyMonths: number
    warrantyKm: number
  } | null
}

/** The parts of a line as the bill and the repair list show them; parts without a record carry no warranty promise. */
const billPart = ({ part, ...row }: PartRow): BillPart => ({
  no: part?.no ?? '',
  name: row.name,
  nameEn: row.nameEn,
  brand: row.brand || (part?.brand ?? ''),
  model: part?.model ?? '',
  unit: part?.unit ?? '',
  batchNo: row.batchNo,
  quantityMilli: row.quantityMilli,
  unitPriceFen: row.unitPriceFen,
  discountFen: row.discountFen,
  totalFen: partTotalFen(row),
  warrantyMonths: part?.warrantyMonths ?? 0,
  warrantyKm: part?.warrantyKm ?? 0,
})

type LineRow = { labourFen: number; discountFen: number; priceAfterInspection: boolean; jobParts: PartRow[] }

/** Labour, parts, discounts and total of a line; its parts add up to it exactly. */
export const billAmounts = (row: LineRow) => ({ ...jobAmounts(row), parts: row.jobParts.map(billPart) })
