import { answerChatSurveySchema } from '@/lib/channels/chat.schema';
import { answerChatSurvey } from '@/lib/channels/chat-survey';
import { findChatVisitor, nameVisitor } from '@/lib/channels/chat-visitor';
import { limitChat } from '@/lib/channels/limit-chat';
import { publicRoute } from '@/lib/http/route';

export const POST = publicRoute({ body: answerChatSurveySchema }, async ({ body, request }) => {
  const visitor = await findChatVisitor(request.headers.get('authorization'));
  await limitChat('message', nameVisitor(visitor), request.headers);
  await answerChatSurvey(visitor, body);
  return { ok: true };
});
