import type { Metadata } from 'next'
import { ChannelTable } from '@/components/settings/channel-table'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { messageChannels as channelsOf } from '@/lib/dealership/server/message-channels'
import { messageChannels } from '@/lib/i18n/message-channels'
import { settings } from '@/lib/i18n/settings'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { keepChannel, switchChannel, tryChannel } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: settings[await currentLocale()].parts.messages }
}

export default async function MessagesPage() {
  const context = await requireContext('messageChannel.manage')
  const locale = await currentLocale()
  const channels = await channelsOf(context, {})
  return (
    <Page>
      <PageHeader title={settings[locale].parts.messages} lead={messageChannels[locale].lead}>
        <SettingsTabs actor={context.actor} locale={locale} current="messages" />
      </PageHeader>
      <ChannelTable
        channels={channels}
        locale={locale}
        actions={{ save: keepChannel, switch: switchChannel, test: tryChannel }}
      />
    </Page>
  )
}
