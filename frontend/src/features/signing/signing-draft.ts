import type { SignedProject } from '@/api/types'
import { type FieldName, RecordDraft } from '@/ui/record-draft'
import { checkSigned, createSigned, type SigningInput, updateSigned } from './queries'

/** A signed project being filled in. */
export class SigningDraft extends RecordDraft<SignedProject, SigningInput> {
  constructor(user: string, names: readonly FieldName<SigningInput>[], project?: SignedProject) {
    super(
      { form: 'signed-projects', naming: 'name', create: createSigned, update: updateSigned, check: checkSigned },
      user,
      names,
      project,
    )
  }
}
