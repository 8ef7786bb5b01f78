import { Notification, useToast } from '@zendeskgarden/react-notifications'
import { useCallback } from 'react'

type Tone = 'success' | 'info' | 'warning' | 'error'

/** Shows one of Zendesk's toasts; `dismissAfter` in ms, false leaves it until it is closed. */
export function useNotice() {
  const { addToast } = useToast()
  return useCallback(
    (text: string, tone: Tone = 'success', dismissAfter: number | false = 5000) => {
      addToast(
        ({ close }) => (
          <Notification type={tone} role={tone === 'error' ? 'alert' : 'status'}>
            <Notification.Title>{text}</Notification.Title>
            <Notification.Close aria-label="Close" onClick={close} />
          </Notification>
        ),
        { autoDismiss: dismissAfter },
      )
    },
    [addToast],
  )
}
