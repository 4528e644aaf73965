import { defineWords } from '@/lib/words'

export const gridWords = defineWords(
  'grid',
  {
    unsaved: '有修改，即将保存',
    saving: '正在保存…',
    saved: '已保存 {{time}}',
    notSaved: '有内容未能保存，请看标红的格子',
    lost: '连接中断，内容已存在本机，恢复后自动保存',
  },
  {
    unsaved: 'Changed, about to be saved',
    saving: 'Saving…',
    saved: 'Saved {{time}}',
    notSaved: 'Some of it could not be saved: see the cells marked red',
    lost: 'No connection; kept on this computer and saved as soon as it is back',
  },
)
