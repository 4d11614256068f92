/** Texts customers agree to. Who changes one gives it a new version in lib/customers/consent.ts. */
export default {
  service:
    'By booking you agree that we use your name, number, car, and what you tell and photograph, to prepare and do this visit. You can ask us at any time what is kept and have it deleted.',
  marketing: 'Remind me by message when my next service is due. I can end this at any time.',
}
