import { LanguageProvider } from '@/components/shell/locale'
import { SealMark } from '@/components/visit/seal'
import type { Locale } from '@/lib/core/locale'
import type { Signature } from '@/lib/documents/paper'
import { QrCode } from './qr-code'

/** Signature with its seal, or a line to sign on, and the pick-up voucher of a repair order. */
export function SignaturePart({ block, locale }: { block: Signature; locale: Locale }) {
  const { label, signed, voucher } = block
  return (
    <section className="border-line-strong flex flex-wrap items-end gap-x-8 gap-y-4 border-t pt-3">
      <div className="min-w-60 flex-1">
        <p className="text-muted text-sm">{label}</p>
        {signed ? (
          <div className="flex items-center gap-4">
            <div className="min-w-0">
              {signed.path && (
                <svg
                  role="img"
                  aria-label={signed.line}
                  viewBox={signed.path.viewBox}
                  className="h-16 max-w-60 rounded-sm bg-white"
                >
                  <path
                    d={signed.path.d}
                    fill="none"
                    stroke="#1c2a33"
                    strokeWidth="2.2"
                    strokeLinecap="round"
                    strokeLinejoin="round"
                  />
                </svg>
              )}
              {signed.typed && <p className="font-title py-2 text-2xl">{signed.typed}</p>}
              <p className="text-sm">{signed.line}</p>
            </div>
            <LanguageProvider locale={locale}>
              <SealMark word={signed.sealWord} className="size-14 shrink-0" />
            </LanguageProvider>
          </div>
        ) : (
          <p className="border-line-strong h-16 border-b" />
        )}
      </div>
      {voucher && (
        <div className="flex break-inside-avoid items-center gap-4">
          <QrCode text={voucher.code} className="size-28" />
          <div className="min-w-0">
            <p className="text-muted text-sm">{voucher.title}</p>
            <p className="font-plate tabular text-2xl font-semibold tracking-widest">{voucher.spoken}</p>
            <p className="text-muted max-w-56 text-sm">{voucher.text}</p>
          </div>
        </div>
      )}
    </section>
  )
}
