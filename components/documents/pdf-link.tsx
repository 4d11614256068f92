import { FileText } from 'lucide-react'
import { LinkButton } from '@/components/ui/link-button'

type Props = { href: string; label: string; hint?: string; block?: boolean }

/** Opens a paper as a PDF beside the page. */
export const PdfLink = ({ href, label, hint, block }: Props) => (
  <LinkButton
    href={href}
    prefetch={false}
    target="_blank"
    title={hint}
    block={block}
    icon={<FileText aria-hidden className="size-4" />}
  >
    {label}
  </LinkButton>
)
