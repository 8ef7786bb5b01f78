import { Button } from '@zendeskgarden/react-buttons'
import { Dots } from '@zendeskgarden/react-loaders'
import styled from 'styled-components'

const Label = styled.span<{ $isHidden: boolean }>`
  visibility: ${({ $isHidden }) => ($isHidden ? 'hidden' : 'visible')};
`
const Wait = styled.span`
  position: absolute;
  inset: 0;
  display: flex;
  align-items: center;
  justify-content: center;
`
const Relative = styled(Button)`
  position: relative;
`

interface SubmitButtonProps {
  /** Id of the form, when the button is not inside of it. */
  form?: string
  isPending: boolean
  /** The one action that the page is for; a page has one of them. */
  isPrimary?: boolean
  /** It cannot be undone. */
  isDanger?: boolean
  size?: 'small' | 'medium'
  children: string
}

/** Sends a form; while it is under way the button keeps its size and takes no further click. */
export const SubmitButton = ({
  form,
  isPending,
  isPrimary = true,
  isDanger = false,
  size = 'medium',
  children,
}: SubmitButtonProps) => (
  <Relative
    isPrimary={isPrimary}
    isDanger={isDanger}
    size={size}
    type="submit"
    form={form}
    aria-disabled={isPending}
    onClick={(event) => {
      if (isPending) event.preventDefault()
    }}
  >
    <Label $isHidden={isPending}>{children}</Label>
    {isPending && (
      <Wait>
        <Dots size="20" aria-label="Under way" delayMS={0} />
      </Wait>
    )}
  </Relative>
)
