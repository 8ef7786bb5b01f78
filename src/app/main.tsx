import { handOverReturn } from './platform/sign-in-return'

// A sign-in window that comes back is this same page without a Zendesk around it. It hands over its
// result before the framework or React are even loaded.
const isReturn = handOverReturn(window, async () => {
  const { loadLanguage } = await import('./platform/languages')
  return loadLanguage(navigator.language)
})
if (!isReturn) {
  void import('./start').then(({ start }) => start(document.getElementById('root')!))
}
