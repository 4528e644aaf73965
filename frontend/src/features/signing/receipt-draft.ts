import type { FundReceipt } from '@/api/types'
import { type FieldName, RecordDraft } from '@/ui/record-draft'
import { checkReceipt, createReceipt, type ReceiptInput, updateReceipt } from './receipt-queries'

/** A receipt being filled in. */
export class ReceiptDraft extends RecordDraft<FundReceipt, ReceiptInput> {
  constructor(user: string, names: readonly FieldName<ReceiptInput>[], receipt?: FundReceipt) {
    super(
      { form: 'receipts', naming: 'signedProject', create: createReceipt, update: updateReceipt, check: checkReceipt },
      user,
      names,
      receipt,
    )
  }
}
