const HAN = /\p{Script=Han}/u
const WORDS = /\p{L}{2,}/u
const SPOKEN = new Set(['alt', 'title', 'placeholder', 'aria-label', 'aria-description', 'label'])

/** ESLint rule: what a person reads lives in lib/i18n, in both languages. */
export const words = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { no: 'Words for people belong in lib/i18n, in both languages.' },
  },
  create(context) {
    const report = (node) => context.report({ node, messageId: 'no' })
    return {
      Literal: (node) => {
        if (typeof node.value === 'string' && HAN.test(node.value)) report(node)
      },
      TemplateElement: (node) => {
        if (HAN.test(node.value.raw)) report(node)
      },
      JSXText: (node) => {
        if (WORDS.test(node.value)) report(node)
      },
      JSXAttribute: (node) => {
        const spoken =
          SPOKEN.has(node.name.name) && node.value?.type === 'Literal' && WORDS.test(node.value.value)
        if (spoken && !HAN.test(node.value.value)) report(node)
      },
    }
  },
}
