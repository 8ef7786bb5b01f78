// @ts-check

/**
 * What Zendesk's sanitiser takes out of every uploaded SVG, and so what an author would find missing
 * in the product: looked for in the text, as an author wrote it.
 */
const changes = [
  { found: /<!--/, says: 'Comments are taken out on upload.' },
  { found: /<style\b/i, says: 'A <style> element is taken out on upload; use presentation attributes.' },
  { found: /<script\b/i, says: 'A <script> element is taken out on upload.' },
  { found: /\son[a-z]+\s*=/i, says: 'Event attributes are taken out on upload.' },
  { found: /\smask\s*=\s*["']\s*url\(/i, says: 'The mask attribute is taken out on upload.' },
  { found: /\svector-effect\s*=/i, says: 'The vector-effect attribute is taken out on upload.' },
  { found: /\sfocusable\s*=/i, says: 'The focusable attribute is taken out on upload.' },
  { found: /\sstyle\s*=/i, says: 'The style attribute is rewritten on upload; use presentation attributes.' },
  {
    found: /<image\b/i,
    says: 'An <image> element makes Zendesk put a placeholder in place of the whole file.',
  },
]

/**
 * The sentences that apply to an SVG; empty when it arrives in Zendesk as it is.
 *
 * @param {string} text
 */
export const changedBySanitiser = (text) =>
  changes.filter(({ found }) => found.test(text)).map(({ says }) => says)
