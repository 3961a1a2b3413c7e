const names = {
  web_chat: 'Web chat',
  email: 'Email',
  sms: 'SMS',
  voice: 'Phone',
  social: 'Social',
  api: 'API',
} as const;

type Channel = keyof typeof names;

export const channelName = (channel: Channel): string => names[channel];

export const isChannel = (text: string): text is Channel => Object.hasOwn(names, text);
