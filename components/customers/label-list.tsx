'use client'

import { Tag } from 'lucide-react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Section } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { customers } from '@/lib/i18n/customers'

type Props = {
  labels: { name: string; listed: boolean; count: number }[]
  add?: FormAction
  remove?: FormAction
}

/** The labels of the house, with how many customers carry each. */
export function LabelList({ labels, add, remove }: Props) {
  const t = useMessages(customers).labels
  return (
    <Section
      title={t.list}
      action={
        add && (
          <FormDialog
            label={t.add}
            title={t.add}
            lead={t.listLead}
            action={add}
            okMessage={t.saved}
            save={t.add}
          >
            <Field label={t.name} name="name" required>
              <Input maxLength={20} autoComplete="off" />
            </Field>
          </FormDialog>
        )
      }
    >
      {labels.length === 0 ? (
        <Empty title={t.empty} icon={<Tag aria-hidden />}>
          {t.emptyHint}
        </Empty>
      ) : (
        <Table stacked caption={t.list}>
          <thead>
            <tr>
              <Th>{t.name}</Th>
              <Th numeric>{t.customers}</Th>
              <Th>
                <span className="sr-only">{t.remove}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {labels.map(({ name, listed, count }) => (
              <Tr key={name}>
                <Td className="font-medium">
                  {name} {!listed && <span className="text-muted text-sm font-normal">{t.notListed}</span>}
                </Td>
                <Td numeric>{count}</Td>
                <Td className="text-right">
                  {remove && listed && count === 0 && (
                    <ActionForm action={remove} okMessage={t.saved}>
                      <input type="hidden" name="name" value={name} />
                      <Submit variant="quiet" size="small" aria-label={t.removeOf({ label: name })}>
                        {t.remove}
                      </Submit>
                    </ActionForm>
                  )}
                  {add && !listed && (
                    <ActionForm action={add} okMessage={t.saved}>
                      <input type="hidden" name="name" value={name} />
                      <Submit variant="quiet" size="small">
                        {t.add}
                      </Submit>
                    </ActionForm>
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}
