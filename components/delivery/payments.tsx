'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { delivery } from '@/lib/i18n/delivery'

export type PaymentView = {
  id: string
  no: string
  method: 'cash' | 'card' | 'wechat' | 'alipay' | 'transfer' | 'account'
  amountFen: number
  reference: string
  invoiceNo: string
  at: Date
  by: string
}

/** What was received for a bill. */
export function Payments({ payments }: { payments: PaymentView[] }) {
  const t = useMessages(delivery)
  const f = useFormat()
  if (payments.length === 0) return null
  return (
    <Table caption={t.payments}>
      <thead>
        <tr>
          <Th>{t.receiptNo}</Th>
          <Th>{t.method}</Th>
          <Th>{t.paidAt}</Th>
          <Th>{t.receivedBy}</Th>
          <Th numeric>{t.amount}</Th>
        </tr>
      </thead>
      <tbody>
        {payments.map((payment) => (
          <Tr key={payment.id}>
            <Td className="tabular">{payment.no}</Td>
            <Td>{t.methods[payment.method]}</Td>
            <Td className="whitespace-nowrap">
              <Time at={payment.at} />
            </Td>
            <Td>{payment.by}</Td>
            <Td numeric>{f.money(payment.amountFen)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
