import { englishWords } from './platform/english'
import { handOverReturn } from './platform/sign-in-return'

// A sign-in window that comes back is this same page without a Zendesk around it. It hands over its
// result before the framework or React are even loaded.
const isReturn = handOverReturn(window, {
  title: englishWords['return.title']!,
  text: englishWords['return.text']!,
})
if (!isReturn) {
  void import('./start').then(({ start }) => start(document.getElementById('root')!))
}
