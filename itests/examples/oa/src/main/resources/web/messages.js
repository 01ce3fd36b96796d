export const en = {
  group: 'Office',
  title: 'Inbox',
  lead: 'What happened in the CRM, newest first',
  card: 'Office inbox',
  none: 'Nothing has happened yet',
  what: 'What',
  at: 'When',
  customer: 'Customer {subject} was created',
  order: 'Order {subject} was confirmed'
}

export const zh = {
  group: '办公',
  title: '收件箱',
  lead: 'CRM 中发生的事项，最新的在前',
  card: '办公收件箱',
  none: '还没有消息',
  what: '事项',
  at: '时间',
  customer: '新建客户 {subject}',
  order: '订单 {subject} 已确认'
}
