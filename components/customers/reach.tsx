'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { TIERS, type Tier } from '@/lib/customers/tier'
import { customers } from '@/lib/i18n/customers'

type ReachProps = {
  customer: { id: string; email: string; wechatOpenId: string; address: string }
  action: FormAction
}

/** E-mail, WeChat and address: the ways of messages and letters. */
export function Reach({ customer, action }: ReachProps) {
  const t = useMessages(customers).reach
  return (
    <details className="rounded-card border-line border px-4 py-2">
      <summary className="fold flex min-h-11 cursor-pointer items-center font-medium">{t.title}</summary>
      <ActionForm action={action} okMessage={t.saved} className="py-2">
        <input type="hidden" name="customerId" value={customer.id} />
        <Field label={t.email} name="email" optional>
          <Input type="email" maxLength={120} autoComplete="off" defaultValue={customer.email} />
        </Field>
        <Field label={t.wechat} name="wechatOpenId" hint={t.wechatHint} optional>
          <Input maxLength={64} autoComplete="off" spellCheck={false} defaultValue={customer.wechatOpenId} />
        </Field>
        <Field label={t.address} name="address" hint={t.addressHint} optional>
          <Textarea rows={2} maxLength={200} defaultValue={customer.address} />
        </Field>
        <Submit variant="secondary" className="w-fit">
          {t.save}
        </Submit>
      </ActionForm>
    </details>
  )
}

type TierProps = { customer: { id: string; tier: Tier; tierByHand: boolean }; action: FormAction }

/** The tier decides how often somebody is written to and called; by hand or by the rule of the house. */
export function TierChoice({ customer, action }: TierProps) {
  const { tier: t, reach, tiers } = useMessages(customers)
  return (
    <details className="rounded-card border-line border px-4 py-2">
      <summary className="fold flex min-h-11 cursor-pointer items-center font-medium">{t.title}</summary>
      <ActionForm action={action} okMessage={reach.saved} className="py-2">
        <input type="hidden" name="customerId" value={customer.id} />
        <Choices
          legend={t.title}
          hideLegend
          name="tier"
          defaultValue={customer.tierByHand ? customer.tier : 'rule'}
          choices={[
            { value: 'rule', label: t.rule },
            ...TIERS.map((value) => ({ value, label: tiers[value] })),
          ]}
        />
        <p className="text-muted text-sm">{t.hint}</p>
        <Submit variant="secondary" className="w-fit">
          {reach.save}
        </Submit>
      </ActionForm>
    </details>
  )
}
