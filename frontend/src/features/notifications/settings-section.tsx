import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Input, Radio } from 'antd'
import { type FormEvent, useState } from 'react'
import { isProblem } from '@/api/problem'
import type { NotificationSettings } from '@/api/types'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { Field } from '@/ui/field'
import { notify } from '@/ui/notice'
import { Answer } from '@/ui/states'
import { saveSettings, settingsQuery } from './queries'
import { notificationWords } from './words'
import './notifications.css'

/** On the account page: one's address, and what of all one is told comes where. */
export function Component() {
  const t = useWords(notificationWords)
  const caller = useCaller()
  // Who has to change a password first may do nothing else yet.
  if (!caller.can('notifications:read')) return null
  return (
    <section className="zs-card" aria-labelledby="notification-settings">
      <h2 id="notification-settings">{t('settings')}</h2>
      <Settings />
    </section>
  )
}

function Settings() {
  const settings = useQuery(settingsQuery())
  return <Answer query={settings}>{(data) => <SettingsForm key={data.version} stored={data} />}</Answer>
}

function SettingsForm({ stored }: { stored: NotificationSettings }) {
  const t = useWords(notificationWords)
  const queries = useQueryClient()
  const [form, setForm] = useState(stored)
  const save = useMutation({
    mutationFn: () => saveSettings(form),
    onSuccess: (saved) => {
      queries.setQueryData(settingsQuery().queryKey, saved)
      notify(t('saved'))
    },
    onError: (error) => {
      // Saved in another tab meanwhile: what stands there is shown, and one decides again.
      if (isProblem(error, 412)) void queries.invalidateQueries({ queryKey: settingsQuery().queryKey })
    },
  })
  const findings = isProblem(save.error) ? save.error.findings : []
  const choose = (kind: string, where: 'inbox' | 'mail', on: boolean) =>
    setForm({
      ...form,
      kinds: form.kinds.map((choice) => (choice.kind === kind ? { ...choice, [where]: on } : choice)),
    })
  return (
    <form
      className="zs-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {!stored.mailAvailable && <Alert type="info" showIcon title={t('mailOff')} />}
      {save.isError && findings.length === 0 && <Alert type="error" showIcon title={save.error.message} />}
      <div className="zs-narrow zs-form">
        <Field
          pointer="/email"
          label={t('email')}
          help={t('emailHelp')}
          findings={findings.filter(({ pointer }) => pointer === '/email')}
        >
          {(control) => (
            <Input
              {...control}
              type="text"
              inputMode="email"
              autoComplete="email"
              maxLength={254}
              value={form.email ?? ''}
              onChange={(event) => setForm({ ...form, email: event.target.value })}
            />
          )}
        </Field>
        <Field pointer="/language" label={t('mailLanguage')} group>
          {() => (
            <Radio.Group
              value={form.language}
              onChange={(event) => setForm({ ...form, language: event.target.value })}
              options={[
                { value: 'ZH', label: t('zh') },
                { value: 'EN', label: t('en') },
              ]}
            />
          )}
        </Field>
      </div>
      {form.kinds.length > 0 && (
        <div className="zs-choices">
          <table>
            <caption className="zs-visually-hidden">{t('kinds')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('kinds')}</th>
                <th scope="col">{t('inInbox')}</th>
                <th scope="col">{t('byMail')}</th>
              </tr>
            </thead>
            <tbody>
              {form.kinds.map(({ kind, name, inbox, mail }) => (
                <tr key={kind}>
                  <th scope="row">{name}</th>
                  <td>
                    <Checkbox
                      aria-label={t('choiceInbox', { name })}
                      checked={inbox}
                      onChange={(event) => choose(kind, 'inbox', event.target.checked)}
                    />
                  </td>
                  <td>
                    <Checkbox
                      aria-label={t('choiceMail', { name })}
                      checked={mail}
                      onChange={(event) => choose(kind, 'mail', event.target.checked)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="zs-actions">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
