import { useMessages } from '@/components/shell/locale'
import { Notice } from '@/components/ui/notice'
import { approvals } from '@/lib/i18n/approvals'
import type { RequestView } from '@/lib/orders/views'

/** What a customer who declines a safety item puts the name to. */
export function SafetyNotice({ request }: { request: Pick<RequestView, 'whatIfNot'> }) {
  const t = useMessages(approvals).safety
  return (
    <Notice kind="danger">
      <strong className="block">{t.noticeTitle}</strong>
      {t.notice({ consequence: request.whatIfNot })}
    </Notice>
  )
}
