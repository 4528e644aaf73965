import { Button, Input } from 'antd'
import type { Finding } from '@/api/types'
import { useWords } from '@/lib/words'
import { Part } from './form-parts'
import { adminWords } from './words'

// Without letters and digits that are mistaken for one another when read out.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Four groups of five: read out over the telephone without mistakes, 99 bits strong. */
function suggestion(): string {
  const random = crypto.getRandomValues(new Uint32Array(20))
  const letters = [...random].map((n) => LETTERS[n % LETTERS.length])
  return letters.join('').replace(/(.{5})(?=.)/g, '$1-')
}

export function PasswordField({
  name,
  label,
  value,
  findings,
  onChange,
}: {
  name: string
  label: string
  value: string
  findings: Finding[]
  onChange: (password: string) => void
}) {
  const t = useWords(adminWords)
  return (
    <Part name={name} label={label} findings={findings} help={t('passwordHelp')} required>
      {(control) => (
        <div className="zs-admin-beside">
          <Input
            {...control}
            autoComplete="off"
            spellCheck={false}
            maxLength={128}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <Button onClick={() => onChange(suggestion())}>{t('suggest')}</Button>
        </div>
      )}
    </Part>
  )
}
