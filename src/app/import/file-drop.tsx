import { FileUpload } from '@zendeskgarden/react-forms'
import { useState } from 'react'
import styled from 'styled-components'
import { useText } from '../platform/words'

/** Shows where the keyboard is: the input itself is out of sight. */
const Area = styled.label`
  display: block;
  cursor: pointer;
  &:focus-within > [data-garden-id='forms.file_upload'] {
    outline: ${({ theme }) => theme.shadowWidths.md} solid currentColor;
    outline-offset: 2px;
  }
`

const Unseen = styled.input`
  position: absolute;
  width: 1px;
  height: 1px;
  opacity: 0;
`

/** Takes files by drop, by click, or by keyboard. */
export function FileDrop({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useText()
  const [isDragging, setDragging] = useState(false)
  const take = (files: FileList | null) => {
    if (files && files.length > 0) onFiles([...files])
  }
  return (
    <Area
      onDragOver={(event) => {
        event.preventDefault()
        setDragging(true)
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={(event) => {
        event.preventDefault()
        setDragging(false)
        take(event.dataTransfer.files)
      }}
    >
      <FileUpload isDragging={isDragging} aria-hidden="true">
        {t('import.drop')}
      </FileUpload>
      <Unseen
        type="file"
        multiple
        accept="application/json,.json"
        aria-label={t('import.select')}
        onChange={({ target }) => {
          take(target.files)
          // The same file may be selected again after it was mended.
          target.value = ''
        }}
      />
    </Area>
  )
}
