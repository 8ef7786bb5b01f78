import { Button } from '@zendeskgarden/react-buttons'
import { useText } from '../../platform/words'
import { Writes } from '../../ui/writes'

interface Props {
  /** The system, or the connection where there are several. */
  name: string
  onDetails: () => void
  onDisconnect: () => void
}

/** What can be done with a connection that is there, quieter than connecting it. */
export function CardButtons({ name, onDetails, onDisconnect }: Props) {
  const t = useText()
  return (
    <>
      <Writes>
        <Button isBasic isDanger onClick={onDisconnect} aria-label={t('disconnect.named', { name })}>
          {t('disconnect.action')}
        </Button>
      </Writes>
      <Button isBasic onClick={onDetails} aria-label={t('details.named', { name })}>
        {t('details.action')}
      </Button>
    </>
  )
}
