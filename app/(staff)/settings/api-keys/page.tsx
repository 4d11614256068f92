import { KeyRound } from 'lucide-react'
import type { Metadata } from 'next'
import { KeyMaker } from '@/components/settings/key-maker'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Badge, Status } from '@/components/ui/badge'
import { ConfirmButton } from '@/components/ui/confirm'
import { Empty } from '@/components/ui/empty'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { Scope } from '@/lib/auth/scopes'
import { apiKeys } from '@/lib/dealership/server/api-keys'
import { settings } from '@/lib/i18n/settings'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { makeKey, revokeKey } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: settings[await currentLocale()].parts['api-keys'] }
}

export default async function ApiKeysPage() {
  const context = await requireContext('apiKey.manage')
  const locale = await currentLocale()
  const t = settings[locale]
  const keys = await apiKeys(context, {})
  return (
    <Page>
      <PageHeader title={t.parts['api-keys']} lead={t.keysLead} action={<KeyMaker action={makeKey} />}>
        <SettingsTabs actor={context.actor} locale={locale} current="api-keys" />
      </PageHeader>
      {keys.length === 0 ? (
        <Empty title={t.noKeys} icon={<KeyRound aria-hidden />}>
          {t.noKeysHint}
        </Empty>
      ) : (
        <Table caption={t.parts['api-keys']}>
          <thead>
            <tr>
              <Th>{t.keyName}</Th>
              <Th>{t.scopes}</Th>
              <Th>{t.created}</Th>
              <Th>{t.lastUsed}</Th>
              <Th>{t.state}</Th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <Tr key={key.id}>
                <Td className="font-medium">{key.name}</Td>
                <Td className="max-w-md">
                  <span className="flex flex-wrap gap-1">
                    {key.scopes.map((scope) => (
                      <Badge key={scope}>{t.scopeNames[scope as Scope] ?? scope}</Badge>
                    ))}
                  </span>
                </Td>
                <Td className="whitespace-nowrap">
                  <Time at={key.createdAt} />
                </Td>
                <Td className="whitespace-nowrap">
                  {key.lastUsedAt ? (
                    <Time at={key.lastUsedAt} />
                  ) : (
                    <span className="text-muted">{t.never}</span>
                  )}
                </Td>
                <Td>
                  {key.revokedAt ? (
                    <Status shape="off">{t.revoked}</Status>
                  ) : (
                    <ConfirmButton
                      label={t.revoke}
                      title={t.revokeTitle({ name: key.name })}
                      action={revokeKey}
                      okMessage={t.revoked}
                      variant="danger"
                      size="small"
                    >
                      <p>{t.revokeLead}</p>
                      <input type="hidden" name="id" value={key.id} />
                    </ConfirmButton>
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Page>
  )
}
