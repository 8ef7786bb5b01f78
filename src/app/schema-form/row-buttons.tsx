import { IconButton } from '@zendeskgarden/react-buttons'
import { Tooltip } from '@zendeskgarden/react-tooltips'
import ArrowDown from '@zendeskgarden/svg-icons/src/16/chevron-down-stroke.svg'
import ArrowUp from '@zendeskgarden/svg-icons/src/16/chevron-up-stroke.svg'
import Trash from '@zendeskgarden/svg-icons/src/16/trash-stroke.svg'
import styled from 'styled-components'
import { useText } from '../platform/words'
import { partOf } from './use-rows'

const Row = styled.div`
  display: flex;
  flex: none;
`

interface Props {
  name: string
  row: number
  /** Of the row. */
  pointer: string
  count: number
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

/** Moves a row of a list up and down, and takes it away. */
export function RowButtons({ name, row, pointer, count, onMove, onRemove }: Props) {
  const t = useText()
  const values = { name, number: row + 1 }
  const button = (part: 'up' | 'down' | 'remove', icon: JSX.Element, isOff: boolean, act: () => void) => (
    <Tooltip content={t(`form.${part}`)} key={part}>
      <IconButton
        size="small"
        data-part={partOf(part, pointer)}
        aria-label={t(`form.${part}_named`, values)}
        disabled={isOff}
        onClick={act}
      >
        {icon}
      </IconButton>
    </Tooltip>
  )
  return (
    <Row>
      {button('up', <ArrowUp />, row === 0, () => onMove(-1))}
      {button('down', <ArrowDown />, row === count - 1, () => onMove(1))}
      {button('remove', <Trash />, false, onRemove)}
    </Row>
  )
}
