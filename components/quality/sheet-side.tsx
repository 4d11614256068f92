import type { FormAction } from '@/components/ui/action-form'
import { ActionForm } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { Card, Facts, Section } from '@/components/ui/card'
import { Choices } from '@/components/ui/choices'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { Time } from '@/components/ui/time'
import { km } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { quality } from '@/lib/i18n/quality'
import type { InspectionSheet } from '@/lib/quality/sheet'

type Props = {
  sheet: InspectionSheet
  locale: Locale
  may: { explain: boolean; judge: boolean; askRoadTest: boolean }
  actions: Record<'explain' | 'judge' | 'askRoadTest', FormAction>
}

/** Beside the lines: the customer's words, come-back, road tests, work done again, earlier rounds. */
export function SheetSide({ sheet, locale, may, actions }: Props) {
  const t = quality[locale]
  const { order, roadTests, reworks } = sheet
  const named = (of: { title: string; titleEn: string }) =>
    locale === 'en' && of.titleEn ? of.titleEn : of.title
  return (
    <div className="grid content-start gap-6">
      {order.orderProblems.length > 0 && (
        <Section title={t.customerSaid} card>
          <ul className="grid list-inside list-disc gap-1">
            {order.orderProblems.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </Section>
      )}
      {order.comebackOf && (
        <Section title={t.comebackTitle({ no: order.comebackOf.no })} card>
          {order.comebackOurFault !== null && (
            <Notice kind={order.comebackOurFault ? 'warning' : 'info'} className="mb-3">
              {order.comebackOurFault ? t.comebackOurs : t.comebackNotOurs} · {order.comebackCause}
            </Notice>
          )}
          {may.judge && (
            <ActionForm action={actions.judge} okMessage={t.comebackSaved}>
              <p className="text-muted text-sm">{t.comebackLead}</p>
              <input type="hidden" name="orderId" value={order.id} />
              <Field label={t.comebackCause} name="cause" required>
                <Textarea rows={2} maxLength={500} defaultValue={order.comebackCause} />
              </Field>
              <Choices
                legend={t.comebackFault}
                name="ourFault"
                defaultValue={
                  order.comebackOurFault === null ? undefined : order.comebackOurFault ? 'yes' : 'no'
                }
                choices={[
                  { value: 'yes', label: t.yes },
                  { value: 'no', label: t.no },
                ]}
              />
              <Submit variant="secondary">{t.comebackSave}</Submit>
            </ActionForm>
          )}
        </Section>
      )}
      <Section
        title={t.roadTests}
        action={
          may.askRoadTest && (
            <ConfirmButton
              label={t.askRoadTest}
              title={t.askRoadTestTitle}
              action={actions.askRoadTest}
              okMessage={t.askedRoadTest}
              size="small"
            >
              <input type="hidden" name="orderId" value={order.id} />
              <Field label={t.purpose} name="purpose" required>
                <Input maxLength={300} />
              </Field>
            </ConfirmButton>
          )
        }
      >
        {roadTests.length > 0 && (
          <ul className="grid gap-2">
            {roadTests.map((test) => (
              <li key={test.id}>
                <Card className="grid justify-items-start gap-1">
                  <Status
                    shape={test.status === 'done' ? 'done' : test.status === 'onRoad' ? 'now' : 'waiting'}
                  >
                    {t.roadStates[test.status]}
                  </Status>
                  <p>{test.purpose}</p>
                  <p className="text-muted text-sm">
                    {test.driver && test.permittedBy
                      ? t.permittedBy({ driver: test.driver, by: test.permittedBy })
                      : t.noDriver}
                  </p>
                  {test.status === 'done' && (
                    <p className="text-sm">
                      <span className="tabular font-medium">{km(test.distanceKm ?? 0, locale)}</span> ·{' '}
                      {test.finding}
                    </p>
                  )}
                </Card>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {reworks.length > 0 && (
        <Section title={t.rework} aside={reworks.length}>
          <ul className="grid gap-2">
            {reworks.map((rework) => (
              <li key={rework.id}>
                <Card className="grid gap-2">
                  <p className="font-medium">{named(rework)}</p>
                  <p>{rework.reason}</p>
                  <p className="text-muted text-sm">
                    {rework.technician} · <Time at={rework.openedAt.toISOString()} />
                  </p>
                  {may.explain ? (
                    <ActionForm action={actions.explain} okMessage={t.rootCauseSaved} className="gap-2">
                      <input type="hidden" name="reworkId" value={rework.id} />
                      <Field label={t.rootCause} name="rootCause">
                        <Input maxLength={500} defaultValue={rework.rootCause} />
                      </Field>
                      <Submit variant="secondary" size="small" className="w-fit">
                        {t.rootCauseSave}
                      </Submit>
                    </ActionForm>
                  ) : (
                    <Facts facts={[{ term: t.rootCause, value: rework.rootCause || t.rootCauseMissing }]} />
                  )}
                </Card>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
