import sharp from 'sharp'

/** A picture of what was found, drawn as a technician's sketch: the demo has no camera. */
export async function evidence(title: string, remark: string): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="640">
    <rect width="960" height="640" fill="#e9e5dc"/><rect x="40" y="40" width="880" height="560" rx="18" fill="#f7f4ee" stroke="#b9b2a4" stroke-width="3"/>
    <circle cx="340" cy="330" r="190" fill="none" stroke="#5b6b70" stroke-width="16"/><circle cx="340" cy="330" r="74" fill="none" stroke="#5b6b70" stroke-width="12"/>
    <path d="M470 190 A 190 190 0 0 1 470 470" fill="none" stroke="#b2452f" stroke-width="26"/>
    <text x="600" y="260" font-size="38" font-family="Noto Sans CJK SC, sans-serif" fill="#2b3436">${title}</text>
    <text x="600" y="330" font-size="26" font-family="Noto Sans CJK SC, sans-serif" fill="#6b6459">${remark}</text></svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()
}
