import type { Locale } from '../core/locale'
import * as format from '../i18n/format'
import { orders } from '../i18n/orders'
import { papers } from '../i18n/papers'
import { nameIn, type SignatureView } from '../orders/views'
import { signaturePath, typedNameOf } from '../reception/signature'
import type { Paper, Proof, Signature } from './paper'

/** In which language and zone a paper is set, and where its proof is read once it is signed. */
export type Setting = {
  locale: Locale
  timeZone: string
  proof: { address: string; code: string } | null
}

type House = { name: string; nameEn: string; address: string; addressEn: string; phone: string }

export const houseOf = (house: House, locale: Locale): Paper['house'] => ({
  name: nameIn(locale, house),
  lines: [(locale === 'en' && house.addressEn) || house.address, house.phone].filter(Boolean),
})

export function proofOf({ locale, proof }: Setting): Proof | null {
  const t = papers[locale]
  return proof && { ...proof, title: t.proofTitle, text: t.proofText }
}

/** The place of the signature: drawn strokes or typed name with who, when and how, or a line to sign on. */
export function signedBlock(
  label: string,
  signature: SignatureView | null,
  { locale, timeZone }: Setting,
  voucher: Signature['voucher'] = null,
): Signature {
  const p = orders[locale].print
  return {
    kind: 'signature',
    label,
    voucher,
    signed: signature && {
      line: p.signedBy({
        name: signature.by,
        time: format.fullDateTime(signature.at, { locale, timeZone }),
        channel: p.channels[signature.channel],
      }),
      path: signaturePath(signature.strokes),
      typed: typedNameOf(signature.strokes),
      sealWord: p.sealWord,
    },
  }
}
