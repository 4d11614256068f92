import { ConfirmButton } from '@/components/ui/confirm'
import { Status } from '@/components/ui/badge'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { FormAction } from '@/components/ui/action-form'
import type { Locale } from '@/lib/core/locale'
import { CHANNEL_FIELDS, usesTemplates } from '@/lib/dealership/channel-fields'
import {
  CHANNEL_KINDS,
  parametersToText,
  type ChannelKind,
  type TemplateUse,
} from '@/lib/dealership/message-channel'
import { factsOf, isMessageTemplate, messageTemplateNames } from '@/lib/dealership/message-templates'
import type { Failure } from '@/lib/dealership/message-outcome'
import { messageChannels } from '@/lib/i18n/message-channels'
import { ChannelDialog } from './channel-dialog'
import { ChannelTest } from './channel-test'

export type ChannelRow = {
  id: string
  kind: ChannelKind
  enabled: boolean
  config: Record<string, unknown>
  secretSetAt: Date
  testedAt: Date | null
  test: { result: 'sent' | 'later' | 'never'; code: Failure | null; detail: string } | null
  failed: number
}
type Actions = {
  save: FormAction
  switch: FormAction
  test: React.ComponentProps<typeof ChannelTest>['action']
}

const templatesIn = (config: Record<string, unknown> = {}) =>
  (config.templates ?? {}) as Record<string, TemplateUse>

const valuesIn = (kind: ChannelKind, config: Record<string, unknown> = {}) =>
  Object.fromEntries(CHANNEL_FIELDS[kind].map((field) => [field, String(config[field] ?? '')]))

const rowsOf = (kind: ChannelKind, config?: Record<string, unknown>) =>
  usesTemplates(kind)
    ? messageTemplateNames.map((template) => {
        const use = templatesIn(config)[template]
        const facts = factsOf(template).join(', ')
        return { template, id: use?.id ?? '', parameters: parametersToText(use?.parameters ?? []), facts }
      })
    : []

/** Every provider that Babu knows, with its state and what can be done with it. */
export function ChannelTable({
  channels,
  actions,
  locale,
}: {
  channels: ChannelRow[]
  actions: Actions
  locale: Locale
}) {
  const t = messageChannels[locale]
  return (
    <Table caption={t.lead}>
      <thead>
        <tr>
          <Th>{t.provider}</Th>
          <Th>{t.state}</Th>
          <Th>{t.secretSince}</Th>
          <Th>{t.lastTest}</Th>
          <Th numeric>{t.failures}</Th>
          <Th>
            <span className="sr-only">{t.actions}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {CHANNEL_KINDS.map((kind) => {
          const channel = channels.find((one) => one.kind === kind)
          return (
            <Tr key={kind}>
              <Td className="min-w-64 py-2.5">
                <p className="font-medium">{t.kinds[kind]}</p>
                <p className="text-muted text-sm">{t.about[kind]}</p>
              </Td>
              <Td>
                <Status shape={channel ? (channel.enabled ? 'done' : 'paused') : 'off'}>
                  {t.states[channel ? (channel.enabled ? 'on' : 'off') : 'none']}
                </Status>
              </Td>
              <Td className="whitespace-nowrap">{channel && <Time at={channel.secretSetAt} />}</Td>
              <Td className="max-w-72">{channel && <LastTest channel={channel} locale={locale} />}</Td>
              <Td numeric>{channel?.failed || ''}</Td>
              <Td>
                <div className="flex flex-wrap justify-end gap-2">
                  <ChannelDialog
                    kind={kind}
                    values={valuesIn(kind, channel?.config)}
                    enabled={channel?.enabled ?? true}
                    secretSetAt={channel?.secretSetAt ?? null}
                    templates={rowsOf(kind, channel?.config)}
                    action={actions.save}
                  />
                  {channel && <Use channel={channel} actions={actions} locale={locale} />}
                </div>
              </Td>
            </Tr>
          )
        })}
      </tbody>
    </Table>
  )
}

function LastTest({ channel, locale }: { channel: ChannelRow; locale: Locale }) {
  const t = messageChannels[locale]
  const { testedAt, test } = channel
  if (!testedAt || !test) return <span className="text-muted">{t.neverTested}</span>
  return (
    <>
      <p>
        <Time at={testedAt} />
      </p>
      <p className="text-sm">{test.code ? t.reasons[test.code] : t.results[test.result]}</p>
      {test.detail && <p className="text-muted text-sm break-all">{t.detail({ detail: test.detail })}</p>}
    </>
  )
}

function Use({ channel, actions, locale }: { channel: ChannelRow; actions: Actions; locale: Locale }) {
  const t = messageChannels[locale]
  const { id, kind, enabled, config } = channel
  const name = t.kinds[kind]
  const templates = Object.keys(templatesIn(config)).filter(isMessageTemplate)
  return (
    <>
      <ChannelTest id={id} kind={kind} templates={templates} action={actions.test} />
      <ConfirmButton
        label={enabled ? t.switchOff : t.switchOn}
        title={enabled ? t.switchOffTitle({ name }) : t.switchOnOf({ name })}
        action={actions.switch}
        okMessage={enabled ? t.switchedOff : t.switchedOn}
        size="small"
      >
        <p>{enabled ? t.switchOffLead : t.about[kind]}</p>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="enabled" value={enabled ? '' : 'on'} />
      </ConfirmButton>
    </>
  )
}
