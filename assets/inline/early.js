// early answers
